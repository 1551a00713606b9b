# SPDX-License-Identifier: MPL-2.0
# Figures around the model: labelled facts, and the targets the baseline is balanced against or checked with.
from . import people, seed_context


def facts():
    def row(ident, danish, english, value, unit, tag, source):
        return {"id": ident, "label_da": danish, "label_en": english, "value": value, "unit": unit, "tag": tag,
                "source": source}

    s = "source"
    seed_2020 = "Aarhus, proposal for the local centres, autumn 2020"
    seed_slides = "Aarhus, slides on citizenship and volunteering, c. 2021"
    seed_answer = "Aarhus, answer to a councillor, August 2025"
    seed_intro = "Aarhus, introduction to communities and volunteering, c. 2021"
    return [
        row("local_centres", "Lokalcentre", "Local centres", 37, "houses", s, f"S0-03: {seed_2020}"),
        row("volunteer_houses", "Frivillighuse", "Volunteer houses", 4, "houses", s, f"S1-05: {seed_slides}"),
        row("day_centres.2021", "Dagcentre 2021", "Day centres 2021", 7, "houses", s,
            "aarhus.dk, Dagcentre: organisering; one per area"),
        row("day_centres.2022", "Dagcentre 2022-2023", "Day centres 2022-2023", 6, "houses", s,
            "aarhus.dk, Dagcentre: organisering; after Vest and Christiansbjerg merged"),
        row("service_units", "Serviceenheder i distriktsmodellen", "Service units in the district model", 3,
            "units", s, f"S0-23: {seed_2020}"),
        row("administrative_leaders", "Administrationsledere", "Administrative leaders", 3, "persons", s,
            f"S0-25: {seed_2020}"),
        row("volunteers.centres_and_nursing_homes", "Frivillige på lokalcentre og plejehjem",
            "Volunteers at centres and nursing homes",
            2700, "persons", s, f"S1-04: {seed_slides}"),
        row("volunteers.with_volunteer_houses", "Frivillige på centre, frivillighuse og plejehjem",
            "Volunteers at centres, volunteer houses, nursing homes", 3000, "persons", s,
            f"S4-10 (about): {seed_intro}"),
        row("consultants", "Frivilligkonsulenter, en i hvert område", "Volunteer consultants, one in each area", 7,
            "persons", s,
            f"S1-09, S4-17: {seed_intro}"),
        row("experience_workers.local", "Lokale oplevelsesmedarbejdere", "Local experience workers", 7, "persons",
            s, f"S1-10: {seed_slides}"),
        row("experience_workers.flying", "Flyvende oplevelsesmedarbejdere", "Flying experience workers", 4,
            "persons", s, f"S1-10: {seed_slides}"),
        row("agreements.formal.2021", "Samarbejdsaftaler, ca. 2021", "Cooperation agreements, c. 2021", 50,
            "agreements", s,
            f"S1-07 (about): {seed_slides}"),
        row("agreements.formal.2025", "Formaliserede samarbejdsaftaler 2025", "Formal agreements 2025", 45,
            "agreements", s, f"S2-17: {seed_answer}"),
        row("agreements.organisations.2025", "Organisationer med formel aftale 2025",
            "Organisations with a formal agreement 2025", 35,
            "organisations", s, f"S2-17: {seed_answer}"),
        row("agreements.informal.2025", "Lokale uformelle aftaler", "Local informal agreements", 200, "agreements",
            s, f"S2-18 (about): {seed_answer}"),
        row("communities.outside_ring_road", "Fritliggende lokalsamfund uden for Ringvejen",
            "Free-standing communities outside the ring road",
            19, "communities", s, f"S2-22 (another division than the 24 lokalsamfund): {seed_answer}"),
        row("citizens.65plus.2015", "Borgere 65+, 1. januar 2015", "Citizens 65+, 1 January 2015", 45561, "persons",
            s,
            "Aarhus Kommune, Statistiske informationer, July 2015, table 1"),
        row("citizens.65plus.2020", "Borgere 65-100, 1. januar 2020", "Citizens 65-100, 1 January 2020", 51348,
            "persons", s,
            "Statistics Denmark FOLK1A; 51,373 with those over 100"),
        row("nursing_home_places.low", "Plejehjemspladser, lavt tal", "Nursing-home places, lower figure", 2200,
            "places", s,
            "Aarhus Kommune, Sundhed og Omsorg: opgaver og nøgletal (older version)"),
        row("nursing_home_places.high", "Plejehjemspladser, højt tal", "Nursing-home places, upper figure", 2300,
            "places", s,
            "Aarhus Kommune, Sundhed og Omsorg: opgaver og nøgletal (updated 25 Oct 2023)"),
        row("nursing_home.share.denmark.2019", "Andel af 65+ på plejehjem, Danmark 2019",
            "Share of 65+ in nursing homes, Denmark 2019",
            3.3, "percent", s, "Statistics Denmark, Nyt: Service til ældre 2019 (AED07)"),
        row("copenhagen.places.2024", "Aktivitetscentre i København: pladser",
            "Activity centres in Copenhagen: places", 674, "places", s,
            "Sundheds- og Omsorgsudvalget 14 Nov 2024, item 4"),
        row("copenhagen.users.2024", "Aktivitetscentre i København: borgere",
            "Activity centres in Copenhagen: citizens", 1700, "persons", s,
            "Sundheds- og Omsorgsudvalget 14 Nov 2024, item 4 (about)"),
        row("copenhagen.centres.2024", "Aktivitetscentre i København", "Activity centres in Copenhagen", 21,
            "houses", s,
            "Sundheds- og Omsorgsudvalget 14 Nov 2024, item 4"),
        row("copenhagen.citizens_65plus.2024", "Københavnere 65+", "Citizens 65+ in Copenhagen", 70387, "persons", s,
            "Statistics Denmark FOLK1A, 1 January 2024: 55,067 aged 65-79 and 15,320 aged 80+"),
        row("copenhagen.places_per_1000", "Pladser pr. 1.000 borgere 65+, København",
            "Places per 1,000 citizens 65+, Copenhagen", "9.58",
            "per 1000", "derived", "674 / 70,387"),
        row("copenhagen.users_per_1000", "Brugere pr. 1.000 borgere 65+, København",
            "Users per 1,000 citizens 65+, Copenhagen", "24.15",
            "per 1000", "derived", "1,700 / 70,387"),
        row("copenhagen.citizens_per_place", "Borgere pr. plads, København", "Citizens per place, Copenhagen",
            "2.5", "persons", s,
            "Sundheds- og Omsorgsudvalget 14 Nov 2024, item 4"),
        *seed_context.of_aarhus(),
    ]


def targets():
    def row(ident, danish, english, target, low, high, unit, role, tag, source):
        return {"id": ident, "label_da": danish, "label_en": english, "target": target, "low": low, "high": high,
                "unit": unit, "role": role, "tag": tag, "source": source}

    rows = [
        row("reach.municipal", "Andel i kommunale tilbud", "Share in a municipal offer", "0.0242", "0.0218",
            "0.0266", "share", "calibrate",
            "assumed", "Copenhagen 2024: 1,700 users per 70,387 citizens 65+, assumed for Aarhus; range: 10 % to "
                       "each side"),
        row("reach.klub", "Andel i klub", "Share in a club", "0.15", "0.10", "0.30", "share", "calibrate", "assumed",
            "rule: model.md 8.1, prior 10-30 %"),
        row("utilisation.forebyggende", "Udnyttelse af pladser, forebyggende", "Use of places, preventive", "0.90",
            "0.85", "0.95", "share",
            "calibrate", "assumed", "rule: model.md 8.1, use 85-95 %"),
        row("utilisation.vedligeholdende_center", "Udnyttelse af pladser, vedligeholdende i center",
            "Use of places, maintaining in a centre",
            "0.90", "0.85", "0.95", "share", "calibrate", "assumed", "rule: model.md 8.1, use 85-95 %"),
        row("wait.mean.vedligeholdende_center", "Gennemsnitlig ventetid, vedligeholdende i center",
            "Mean wait, maintaining in a centre",
            "5", "2", "8", "weeks", "calibrate", "assumed", "rule: model.md 8.1, mean wait 2-8 weeks"),
        row("volunteers.stock", "Frivillige", "Volunteers", "2850", "2700", "3000", "persons", "calibrate", "source",
            "S1-04 (2,700) and S4-10 (about 3,000); target: the middle"),
        row("volunteers.load", "Belastning af frivillige (efterspurgte over aftalte timer)",
            "Volunteer load (hours wanted over hours agreed)",
            "0.9", "0.7", "1.1", "ratio", "calibrate", "assumed", "rule: model.md 7.15"),
        row("nursing_home.share", "Andel af 65+ på plejehjem", "Share of 65+ in nursing homes", "0.040", "0.036",
            "0.044", "share",
            "calibrate", "assumed", "rule: about 2,250 places (Aarhus Kommune: 2,200-2,300); places over citizens "
                                    "65+ in 2020 is 4.4 %, "
            "not all are taken and not all residents are 65+; Denmark 3.3 % (AED07 2019)"),
        row("nursing_home.entry_age", "Alder ved indflytning på plejehjem", "Age at entry to a nursing home", "84",
            "82", "86", "years",
            "hold_out", "assumed", "model.md 7.1 [F 12], Denmark: 84 years; range assumed: 2 years to each side"),
    ]

    def population(ident, danish, english, n, source, tag="source", margin=2):
        low, high = round(n * (1 - margin / 100)), round(n * (1 + margin / 100))
        rows.append(row(ident, danish, english, n, low, high, "persons", "hold_out", tag,
                        f"{source}; range assumed: {margin} % to each side"))

    persons, over_100 = people.folk1a(), people.oldest(people.folk1a())
    total_2020 = sum(persons[2020, s, a] for s in "FM" for a in range(65, 101)) + sum(over_100[2020, s] for s in "FM")
    population("population.65plus.2020", "Borgere 65+, 1. januar 2020", "Citizens 65+, 1 January 2020", total_2020,
               "FOLK1A 51,348 aged 65-100 plus 25 aged 101 and over", "derived")
    table = {r["year"]: r for r in people.projection()}
    for year, margin in ((2021, 2), (2026, 5)):  # the last table by single age is of 2020
        population(f"population.65_79.{year}", f"Borgere 65-79, 1. januar {year}",
            f"Citizens 65-79, 1 January {year}",
                   table[year]["persons_65_79"], "Statistics Denmark FOLK1A", margin=margin)
        population(f"population.80plus.{year}", f"Borgere 80+, 1. januar {year}", f"Citizens 80+, 1 January {year}",
                   table[year]["persons_80plus"], "Statistics Denmark FOLK1A", margin=margin)
    return rows
