# SPDX-License-Identifier: MPL-2.0
# Services of a session with time and competence (assumed), and the pools others apply to.
PROFESSIONS = ("pedagogue", "occupational_therapist", "physiotherapist", "nurse", "care_assistant", "activity_worker")
RULE = "assumed: time, group and professions; together 0.35 h a preventive and 0.9 h a maintaining session (docs/model.md 7.9)"
KR_EACH = 20000
GRANT = f"kr. assumed: {KR_EACH:,} an initiative; number: "


def service(ident, da, en, offer, minutes, group, per_session, materials, shares):
    row = {"id": ident, "label_da": da, "label_en": en, "offer": offer, "minutes": minutes, "group": group,
           "per_session": per_session, "materials_kr": materials, "tag": "assumed", "source": RULE}
    row.update(zip(PROFESSIONS, shares))
    return row


def services():
    return [
        service("igangsaetning", "Støtte til at komme i gang", "Help to get started", "forebyggende", 60, 4, 1, 8,
                ("0.3", "0.2", "0", "0", "0.1", "0.4")),
        service("traening-hold", "Træning på hold", "Group training", "forebyggende", 30, 5, 1, 2,
                ("0", "0.3", "0.6", "0", "0", "0.1")),
        service("pleje-omsorg", "Pleje og omsorg i timerne", "Care in the hours at the centre",
                "vedligeholdende_center", 18, 1, 1, 4, ("0", "0", "0", "0.2", "0.8", "0")),
        service("gruppeaktivitet", "Aktivitet i gruppe", "Activity in a group", "vedligeholdende_center", 120, 5, 1, 8,
                ("0.4", "0.3", "0", "0", "0", "0.3")),
        service("maaltid", "Måltid med støtte", "Meal with support", "vedligeholdende_center", 60, 5, 1, 45,
                ("0.1", "0", "0", "0", "0.7", "0.2")),
        service("hjemmetraening", "Træning eller aktivitet hjemme", "Training or activity at home",
                "vedligeholdende_hjem", 54, 1, 1, 2, ("0", "0.5", "0.4", "0", "0.1", "0")),
    ]


def pool(key, ident, da, en, initiatives, use, tag, source):
    return {"key": key, "id": ident, "label_da": da, "label_en": en, "kr_per_year": initiatives * KR_EACH,
            "initiatives": initiatives, "use": use, "tag": tag, "source": GRANT + source}


def pools():
    return [
        pool(1, "paragraf-18", "§ 18-midler", "§ 18 funds", 200, "volunteers", "source", "about 200 a year (S2-19)"),
        pool(2, "genlyd", "GENLYD-puljen", "GENLYD pool", 88, "clubs", "derived", "176 in 2024 and 2025 (S2-21), halved"),
        pool(3, "opland", "Oplandspuljen", "Opland pool", 19, "information", "assumed",
             "one in each of the 19 communities (S2-22)"),
        pool(4, "paragraf-79", "§ 79-pulje til klubber", "§ 79 pool for clubs", 40, "clubs", "assumed",
             "one a house (S3-36 has no figure)"),
        pool(5, "frirum", "FrirumsPuljen (unge)", "FrirumsPuljen (the young)", 33, "outside", "derived",
             "66 in 2024 and 2025 (S2-20), halved; not for citizens 65+"),
    ]


def copenhagen_pools():
    return [pool(1, "paragraf-79", "§ 79-pulje til klubber", "§ 79 pool for clubs", 21, "clubs", "assumed",
                 "one for each activity centre (S3-36 and S3-53 name the pool, not its size)")]
