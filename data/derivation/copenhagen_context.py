# SPDX-License-Identifier: MPL-2.0
# Copenhagen: figures around the model, and the targets its baseline is balanced against or checked with.
from . import copenhagen_people, seed_context

COMMITTEE = "Sundheds- og Omsorgsudvalget 14 Nov 2024, item 4"
SURVEY = "City of Copenhagen, user survey news (c. 2014)"
CONCEPT = "concept for activity offers, Copenhagen, March 2010"


def volunteers(citizens):
    """As many volunteers per citizen as assumed for Aarhus in 2020."""
    return round(2850 / 51373 * citizens)


def facts():
    def row(ident, danish, english, value, unit, source, tag="source"):
        return {"id": ident, "label_da": danish, "label_en": english, "value": value, "unit": unit, "tag": tag,
                "source": source}

    return [
        row("local_areas", "Lokalområder", "Local areas", 5, "areas", f"S3-11: {CONCEPT}"),
        row("activity_centres.2024", "Aktivitetscentre 2024", "Activity centres 2024", 21, "houses", COMMITTEE),
        row("places.2024", "Pladser i aktivitetscentre 2024", "Places in activity centres 2024", 674, "places", COMMITTEE),
        row("users.2024", "Borgere i aktivitetscentre 2024", "Citizens in activity centres 2024", 1700, "persons",
            f"{COMMITTEE} (about)"),
        row("citizens_per_place", "Borgere pr. plads", "Citizens per place", "2.5", "persons", COMMITTEE),
        row("new_places.2040", "Nye pladser der skal til 2024-2040", "New places needed 2024-2040", 343, "places", COMMITTEE),
        row("activity_centres.general.2019", "Almene kommunale aktivitetscentre 2019",
            "General municipal activity centres 2019", 15, "houses", "Sundheds- og Omsorgsudvalget 28 Nov 2019, item 3"),
        row("members.respondents.2014", "Svar i brugerundersøgelsen, knap halvdelen af medlemmerne i 15 centre",
            "Answers in the user survey, nearly half of the members of 15 centres", 519, "persons", SURVEY),
        row("members.per_centre.2014", "Medlemmer pr. center (afledt: 1.050-1.150 i 15 centre)",
            "Members per centre (derived: 1,050-1,150 in 15 centres)", "70-77", "persons", f"{SURVEY}: 519 is nearly half",
            "derived"),
        row("activity_networks.2004", "Lokale aktivitetsnetværk (§ 79)", "Local activity networks (§ 79)", 7, "networks",
            "Sundheds- og Omsorgsudvalget 18 Nov 2004, item 5"),
        row("christianshavn.centres", "Aktivitetscentre på Christianshavn", "Activity centres on Christianshavn", 0, "houses",
            "Christianshavns Lokaludvalg, budget wishes 2025; the assumed points know nothing of it"),
        row("citizens.65plus.2015", "Borgere 65+, 1. januar 2015", "Citizens 65+, 1 January 2015", 59859, "persons",
            "Københavns Kommune by single age"),
        row("citizens.65plus.2024", "Borgere 65+, 1. januar 2024", "Citizens 65+, 1 January 2024", 70385, "persons",
            "Københavns Kommune KKBEF1: 55,065 aged 65-79 and 15,320 aged 80+"),
        row("nursing_home.share.denmark.2019", "Andel af 65+ på plejehjem, Danmark 2019",
            "Share of 65+ in nursing homes, Denmark 2019", "3.3", "percent",
            "Statistics Denmark, Nyt: Service til ældre 2019 (AED07)"),
        *seed_context.of_copenhagen(),
    ]


def targets(citizens):
    def row(ident, danish, english, target, low, high, unit, role, tag, source):
        return {"id": ident, "label_da": danish, "label_en": english, "target": target, "low": low, "high": high,
                "unit": unit, "role": role, "tag": tag, "source": source}

    stock = volunteers(citizens)
    rows = [
        row("reach.municipal", "Andel i kommunale tilbud", "Share in a municipal offer", "0.0242", "0.0218", "0.0266",
            "share", "calibrate", "derived", f"about 1,700 citizens ({COMMITTEE}) of {citizens:,}; range assumed: 10 % to "
                                             "each side"),
        row("reach.klub", "Andel i klub", "Share in a club", "0.15", "0.10", "0.30", "share", "calibrate", "assumed",
            "rule: model.md 8.1, prior 10-30 %"),
        row("utilisation.forebyggende", "Udnyttelse af pladser, forebyggende", "Use of places, preventive", "0.90", "0.85",
            "0.95", "share", "calibrate", "assumed", "rule: model.md 8.1, use 85-95 %"),
        row("utilisation.vedligeholdende_center", "Udnyttelse af pladser, vedligeholdende i center",
            "Use of places, maintaining in a centre", "0.90", "0.85", "0.95", "share", "calibrate", "assumed",
            "rule: model.md 8.1, use 85-95 %"),
        row("wait.mean.vedligeholdende_center", "Gennemsnitlig ventetid, vedligeholdende i center",
            "Mean wait, maintaining in a centre", "5", "2", "8", "weeks", "calibrate", "assumed",
            "rule: model.md 8.1, mean wait 2-8 weeks"),
        row("volunteers.stock", "Frivillige", "Volunteers", stock, round(0.95 * stock), round(1.05 * stock), "persons",
            "calibrate", "assumed", "rule: as many per citizen 65+ as assumed for Aarhus; no figure of Copenhagen was found"),
        row("volunteers.load", "Belastning af frivillige (efterspurgte over aftalte timer)",
            "Volunteer load (hours wanted over hours agreed)", "0.9", "0.7", "1.1", "ratio", "calibrate", "assumed",
            "rule: model.md 7.15"),
        row("nursing_home.share", "Andel af 65+ på plejehjem", "Share of 65+ in nursing homes", "0.033", "0.028", "0.038",
            "share", "calibrate", "assumed", "Denmark 3.3 % (AED07 2019), assumed for Copenhagen; range assumed"),
        row("nursing_home.entry_age", "Alder ved indflytning på plejehjem", "Age at entry to a nursing home", "84", "82",
            "86", "years", "hold_out", "assumed", "model.md 7.1 [F 12], Denmark: 84 years; range assumed: 2 years to each side"),
    ]
    official = {r["year"]: r for r in copenhagen_people.projection()}
    for year, margin in ((2024, 2), (2026, 5)):
        for column, group, danish, english in (("persons_65_79", "65_79", "65-79", "65-79"),
                                               ("persons_80plus", "80plus", "80+", "80+")):
            n = official[year][column]
            rows.append(row(f"population.{group}.{year}", f"Borgere {danish}, 1. januar {year}",
                            f"Citizens {english}, 1 January {year}", n, round(n * (1 - margin / 100)),
                            round(n * (1 + margin / 100)), "persons", "hold_out", "source",
                            f"Københavns Kommune KKBEF1; range assumed: {margin} % to each side" +
                            ("; the table of 2018 is scaled to meet it" if year == 2024 else "")))
    return rows
