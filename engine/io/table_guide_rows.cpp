// SPDX-License-Identifier: MPL-2.0
// The words of the data guide, table by table, the most important first.
#include "engine/io/table_guide.hpp"

#include <array>

namespace samspil {
namespace {

constexpr std::array population{
    ColumnNote{"year", "tabellen skal have det år, hvor indkøringen begynder, eller et tidligere"},
    ColumnNote{"neighbourhood",
               "`all`, hvis I kun har kommunen under ét: så fordeles borgerne efter `weight` i neighbourhoods.csv"},
    ColumnNote{"sex", "`M` mand, `F` kvinde"},
    ColumnNote{
        "age",
        "55-64-årige skal med: de bliver 65 undervejs; hver alder fra 65 til mindst 90 skal stå der, for begge køn"},
    ColumnNote{"persons",
               "antal, aldrig personer; er et tal så lille, at nogen kan kendes på det, så læg områder sammen"}};

constexpr std::array offers{
    ColumnNote{"centre", "et id fra centres.csv"}, ColumnNote{"offer", "et tilbud, huset ikke har, får ingen række"},
    ColumnNote{
        "places",
        "en plads er ét sæde fem dage om ugen, altså fem fremmøder; et hold på 12 to dage om ugen er 12 × 2 / 5 = "
        "4,8, skriv 5"}};

constexpr std::array centres{
    ColumnNote{"key", "nummerer fra 1, og lav det aldrig om: tilfældet trækkes efter nummeret"},
    ColumnNote{"kind", "`lokalcenter` (folkehus, aktivitetshus), `frivillighus` eller `dagcenter`"},
    ColumnNote{"area", "en `unit` fra organisation.csv; skal findes i hver model, I vil sammenligne"},
    ColumnNote{"neighbourhood", "et id fra neighbourhoods.csv"},
    ColumnNote{"x_m", "kommunens kort eller Danmarks Adresser giver punktet i UTM 32 (ETRS89), hele meter"},
    ColumnNote{"y_m", "se `x_m`"},
    ColumnNote{"same_roof_as", "et andet hus' id, når to enheder deler bygning; ellers tom"},
    ColumnNote{"nursing_home_side", "`yes`, hvis plejehjem og hus ligger sammen; ved I det ikke, så `no`"},
    ColumnNote{"position", "`approximate`, når I kun kender vejen; kun til oplysning"},
    ColumnNote{"existence",
               "`known` for huse, der findes; `assumed` for huse, I har sat ind for at få tallene til at gå op"}};

constexpr std::array targets{
    ColumnNote{"target", "andele som 0,15, ikke 15 %"},
    ColumnNote{"low", "hvor lavt tallet kan være, hvis det er usikkert"}, ColumnNote{"high", "hvor højt det kan være"},
    ColumnNote{"role", "`calibrate`: samspil balance løser efter det; `hold_out`: vises ved siden af, løses ikke"}};

constexpr std::array volunteers{
    ColumnNote{"centre", "et id fra centres.csv"},
    ColumnNote{
        "volunteers",
        "alle, der giver en hånd mindst hver måned, ikke kun bestyrelsen; ved I det ikke: en for hver klubplads"},
    ColumnNote{"other_task_hours", "café, ture, besøgsven, bestyrelse; alle timer om ugen i huset, ud over klubben; "
                                   "ved I det ikke: 0,7 time for hver frivillig"}};

constexpr std::array neighbourhoods{
    ColumnNote{"key", "nummerer fra 1, og lav det aldrig om"},
    ColumnNote{"x_m", "midten af, hvor folk bor, i UTM 32 (ETRS89), ikke midten af arealet"},
    ColumnNote{"y_m", "se `x_m`"},
    ColumnNote{
        "radius_m",
        "omtrent halvdelen af områdets radius: hjem spredes om punktet; ved I det ikke: 800 i by, 2000 på landet"},
    ColumnNote{"weight", "alle vægte giver 1 tilsammen; bruges, hvor population.csv siger `all`"},
    ColumnNote{"ring_road", "`inside` i by, hvor bus og gang er hverdag, `outside` ellers"}};

constexpr std::array organisation{
    ColumnNote{"model", "navnet på én måde at organisere på; skriv et sæt rækker for hver, I vil sammenligne"},
    ColumnNote{"key", "fast nummer inden for modellen"},
    ColumnNote{"unit", "områdernes id skal være de samme i alle modeller, for husene peger på dem"},
    ColumnNote{"level", "kommune, distrikt eller område"},
    ColumnNote{"parent", "enheden ovenover; kun kommunen selv har tom"},
    ColumnNote{"leaders", "ledere, der sidder på dette niveau; 0, hvor ingen gør"}};

constexpr std::array net_migration{
    ColumnNote{"rate_per_year", "positiv, når flere flytter fra end til; 0,01 er én ud af hundrede om året"}};

constexpr std::array cohort_change{
    ColumnNote{"ratio", "personer på 60 år i år divideret med personer på 59 år sidste år"},
    ColumnNote{"age_from", "kun 55-64 bruges: de fører årgangene frem til 65"}};

constexpr std::array residents{
    ColumnNote{"born", "alle her skal være fyldt 65, når kørslen begynder (periodens start minus indkøringen)"},
    ColumnNote{"persons", "antal født den dag; saml gerne en uge eller måned på én dag"}};

constexpr std::array rates{
    ColumnNote{"process", "`death` død, `nursing_home` indflytning i plejehjem, `decline` et niveau ned, `recovery` et niveau op"},
    ColumnNote{"level", "1 højt, 2 påvirket, 3 nedsat, 4 lavt"},
    ColumnNote{"enrolled", "`no` uden tilbud, `yes` i et tilbud, `any` begge; skal virkningen af at deltage komme herfra, så slå "
                           "`participation_effect` fra"},
    ColumnNote{"age_from", "år med decimaler; båndene skal tilsammen dække 65 til 111"},
    ColumnNote{"chance", "0,02 er to ud af hundrede inden for tiden"},
    ColumnNote{"per", "`week` eller `year`"}};

constexpr std::array projection{
    ColumnNote{"year",
               "gerne til og med sidste år, I vil regne på; ellers holdes de nye årgange på det sidste års niveau"},
    ColumnNote{"kind", "`observed` talt, `projection` fremskrevet"}};

constexpr std::array lifetable{ColumnNote{"year", "gerne to år, så kurven kan følge tiden"},
                               ColumnNote{"age", "hver alder fra 65 til mindst 100, for begge køn"},
                               ColumnNote{"q", "0,02 er to ud af hundrede om året"}};

constexpr std::array rooms{
    ColumnNote{"hall", "siddepladser, ikke kvadratmeter; 0, hvor rummet ikke findes"},
    ColumnNote{"opening_hours", "alle timer om ugen; dem over 40 regnes som aften"},
    ColumnNote{"admin_workplaces", "kontorpladser til andre end husets eget personale"},
    ColumnNote{"profile", "`general`, hvor huset har lidt af alt"}};

constexpr std::array travel{ColumnNote{"km", "den ene retning er nok; alle områder skal kunne nå et hus"}};

constexpr std::array services{
    ColumnNote{"offer", "det tilbud, ydelsen er en del af"},
    ColumnNote{"minutes", "personalets tid, hver gang ydelsen gives"},
    ColumnNote{"group", "1, når den gives til én ad gangen"},
    ColumnNote{"per_session", "1, når den er en del af hvert fremmøde; 0,2, når den er det hver femte gang"},
    ColumnNote{"pedagogue", "fagenes andele er af tiden og giver 1 tilsammen for hver ydelse"}};

constexpr std::array pools{
    ColumnNote{"kr_per_year", "uddelt i alt om året"}, ColumnNote{"initiatives", "hvor mange, der får, om året"},
    ColumnNote{"use",
               "`clubs` klubber, `information` kendskab, `volunteers` frivillige, `outside` noget uden for modellen"}};

constexpr std::array bridges{
    ColumnNote{"area", "en `unit` fra organisation.csv; tom, når brobyggeren dækker hele kommunen"},
    ColumnNote{"hours_per_week", "kun de timer, der går til at følge nogen frem til et tilbud"},
    ColumnNote{"from", "tom, når den altid har været der"}};

constexpr std::array agreements{ColumnNote{"kind", "`formal` skrevet ned, `informal` aftalt mundtligt"},
                                ColumnNote{"centre", "tom, når aftalen gælder et helt område"},
                                ColumnNote{"area", "tom, når aftalen gælder ét hus"},
                                ColumnNote{"hours", "frivilligtimer om ugen, som foreningen kommer med"},
                                ColumnNote{"rooms", "timer om ugen, hvor foreningen har lokaler i huset; noteres, men ingen regel bruger dem"}};

constexpr std::array outlines{
    ColumnNote{"neighbourhood", "et id fra neighbourhoods.csv"},
    ColumnNote{"ring", "0 for den første; flere, hvor et lokalsamfund er delt (øer); en ring inde i en anden er et hul"},
    ColumnNote{"point", "rækkefølgen rundt; den sidste forbindes med den første"},
    ColumnNote{"x_m", "hele meter i UTM 32 (ETRS89), 400000 til 900000"},
    ColumnNote{"y_m", "hele meter i UTM 32 (ETRS89), 6000000 til 6450000"}};

constexpr std::array parameters{
    ColumnNote{"parameter", "et navn fra scenario-format.md under *Assumptions*, uden `assumptions.` foran"}};

} // namespace

std::span<const TableGuide> table_guides()
{
    static constexpr std::array guides{
        TableGuide{
            "population",
            "En række er antallet af borgere af ét køn og én alder 1. januar. Hele modellens befolkning vokser ud "
            "af denne tabel.",
            {"Danmarks Statistik, tabel FOLK1A (kommune, køn, alder i hele år); jeres egen befolkningsprognose, "
             "hvis I vil have den på lokalområder.",
             "Statistics Denmark, table FOLK1A; the municipality's own population forecast for areas."},
            "Tallene er frit tilgængelige for alle kommuner. Skriv `all` i stedet for lokalsamfund.",
            population},
        TableGuide{
            "offers",
            "En række er pladserne i ét tilbud i ét hus. Ventetid, udnyttelse og hvem der nås afhænger mest af "
            "denne tabel.",
            {"Den afdeling, der leder aktivitetscentrene (åbningstider og holdlister); visitationen for de "
             "visiterede pladser.",
             "Whoever runs the activity centres (opening hours, group lists); the assessors for assessed places."},
            "Tæl fremmøder i en almindelig uge, del med 5 (dage) og med 0,9 (så meget er i brug), og mærk rækken "
            "`assumed`.",
            offers},
        TableGuide{
            "centres",
            "En række er et hus, hvor tilbud foregår. To enheder under samme tag er to rækker.",
            {"Den afdeling, der leder husene; ejendomsafdelingen for adresser; kommunens kort for punkter.",
             "Whoever runs the houses; the property office for addresses; the municipal map for points."},
            "Husenes navne og adresser står på kommunens hjemmeside. Mangler et punkt, så brug lokalsamfundets og "
            "skriv `approximate`.",
            centres},
        TableGuide{
            "targets",
            "En række er noget, I ved om det år, I begynder i. `samspil balance` løser modellens frie konstanter, så "
            "basis viser det samme.",
            {"Ledelsesinformation: brugere i alt, belægning, ventelister, plejehjemspladser, antal frivillige.",
             "Management information: users, use of places, waiting lists, nursing-home places, volunteers."},
            "Hellere få og rigtige end mange og gættede. Uden et mål bliver konstanten på registerets værdi, som "
            "passer til en stor kommune.",
            targets},
        TableGuide{"volunteers",
                   "En række er de frivillige i ét hus.",
                   {"Husets leder eller frivilligkonsulenten; foreningen bag huset.",
                    "The leader of the house or the volunteer consultant; the association behind the house."},
                   "Spørg husene: et rundt tal for hvert hus er bedre end et gennemsnit.",
                   volunteers},
        TableGuide{
            "neighbourhoods",
            "En række er et lokalsamfund: en bydel, et skoledistrikt eller et sogn, hvor borgere bor. 5 til 30 rækker "
            "er passende.",
            {"Kommunens kort- eller planafdeling; valgdistrikter kan bruges.",
             "The municipal map or planning office; voting districts will do."},
            "Brug valgdistrikterne: afstemningsstedet er punktet, og vælgertallet giver vægten.",
            neighbourhoods},
        TableGuide{"organisation",
                   "En række er en enhed i én måde at organisere på. En model er et træ: kommunen øverst, derunder "
                   "distrikter eller områder.",
                   {"Sundheds- og omsorgsforvaltningens organisationsdiagram.",
                    "The organisation chart of the health and care administration."},
                   "Diagrammet findes altid. Det, I overvejer, skriver I selv som endnu en model.",
                   organisation},
        TableGuide{"net_migration",
                   "En række er nettoflytningen for ét køn i en aldersgruppe på 65 og derover.",
                   {"Den, der laver befolkningsprognosen; Danmarks Statistik (tilflyttede og fraflyttede).",
                    "Whoever makes the population forecast; Statistics Denmark (moves in and out)."},
                   "Skriv 0 for alle og mærk `assumed`; for de fleste kommuner er tallet lille.",
                   net_migration},
        TableGuide{"residents",
                   "En række er de borgere på 65 og derover, der er født samme dag. Tabellen træder i stedet for population.csv ved "
                   "kørslens begyndelse.",
                   {"Kommunens eget udtræk af CPR, optalt efter fødselsdag eller -måned.",
                    "The municipality's own extract of the civil register, counted by day or month of birth."},
                   "Udelad den; population.csv er nok.",
                   residents},
        TableGuide{"rates",
                   "En række er sandsynligheden for en hændelse på ét funktionsniveau i et aldersbånd. En hændelse med rækker her "
                   "følger tabellen i stedet for modellens jævne kurve.",
                   {"Kommunens egen opfølgning eller en undersøgelse, der følger de samme borgere over tid.",
                    "The municipality's own follow-up, or a study that follows the same citizens over time."},
                   "Udelad den; så gælder parametrene i 7.1 og 7.2.",
                   rates},
        TableGuide{"cohort_change",
                   "En række siger, hvor stor en del af en årgang der bor her et år efter. Kun 55-64-årige bruges.",
                   {"Regn det af to år i FOLK1A.", "Compute it from two years of FOLK1A."},
                   "Skriv 0,99 for begge køn, 55 til 64, og mærk `assumed`.",
                   cohort_change},
        TableGuide{
            "projection",
            "En række er to tal for et år: borgere på 65-79 og på 80 og derover. De styrer, hvor mange der bliver 65 "
            "efter tabellens sidste årgang.",
            {"Danmarks Statistik, FRKM (fremskrivning for kommunen), eller egen prognose.",
             "Statistics Denmark, FRKM (municipal projection), or the municipality's own."},
            "Fremskrivningen findes for alle kommuner. Én række er nok til at begynde med.",
            projection},
        TableGuide{"lifetable",
                   "En række er sandsynligheden for at dø inden et år.",
                   {"Danmarks Statistik eller Human Mortality Database: landets tal.",
                    "Statistics Denmark or the Human Mortality Database: national figures."},
                   "Brug landets tal; skriv `lånt: hele landet` i kilden.",
                   lifetable},
        TableGuide{
            "rooms",
            "En række er ét hus: dets lokaler, åbningstid og profil. Kun huse, der står her, begrænses af deres lokaler; de "
            "andre af deres pladser.",
            {"Ejendomsafdelingen (areal og lokaler); husets leder (åbningstid, profil).",
             "The property office (floor area and rooms); the leader of the house (opening hours, profile)."},
            "Slet filen; så antages areal og åbningstid efter husets slags.",
            rooms},
        TableGuide{
            "travel",
            "En række er vejen mellem to lokalsamfund. Uden tabellen bruges luftlinje gange en omvejsfaktor.",
            {"Kommunens kortafdeling, eller en ruteplanlægger.", "The municipal map office, or a route planner."},
            "Slet filen; så bruges luftlinjen. Har I fjorde, åer eller øer, er tabellen arbejdet værd.",
            travel},
        TableGuide{"services",
                   "En række er en ydelse, der indgår i fremmøder i ét tilbud. Af tid, fag og løn bliver prisen på et "
                   "fremmøde og personalet bag en plads.",
                   {"Lederen af dagcentrene; ydelseskataloget; økonomiafdelingen for materialer.",
                    "The leader of the day centres; the catalogue of services; the finance office for materials."},
                   "Slet filen; så bruges et skøn for hvert tilbud.",
                   services},
        TableGuide{"parameters",
                   "En række sætter ét af modellens egne tal til jeres, for eksempel en timeløn.",
                   {"Økonomiafdelingen for lønninger og enhedspriser; husene for timer.",
                    "The finance office for wages and unit prices; the houses for hours."},
                   "Lad den være tom; så gælder registerets værdier. Priserne er dem, en kommune bedst kan kende.",
                   parameters},
        TableGuide{
            "bridges",
            "En række er en brobygger: en, hvis timer bruges på at følge borgere frem til et tilbud.",
            {"Lederen af frivilligkonsulenter og forebyggere.", "The leader of volunteer and prevention consultants."},
            "Slet filen; så er der ingen brobyggere.",
            bridges},
        TableGuide{"pools",
                   "En række er en pulje, foreninger og klubber kan søge.",
                   {"Den, der uddeler puljerne; budgettet.", "Whoever hands out the pools; the budget."},
                   "Slet filen; så er der ingen puljer.",
                   pools},
        TableGuide{"agreements",
                   "En række er en aftale med en forening eller organisation om hjælp og lokaler.",
                   {"Frivilligkonsulenterne; husenes ledere.", "The volunteer consultants; the leaders of the houses."},
                   "Slet filen; så er der ingen aftaler.",
                   agreements},
        TableGuide{"outlines",
                   "En række er ét punkt på grænsen om et lokalsamfund. Kortene tegnes af dem; intet resultat afhænger af "
                   "dem.",
                   {"Kommunens kortafdeling, som GeoJSON eller shapefil i UTM 32, forenklet til 20-25 m.",
                    "The municipal map office, as GeoJSON or shapefile in UTM 32, simplified to 20-25 m."},
                   "Slet filen; så tegnes hvert lokalsamfund om sit punkt, og kortet siger det.",
                   outlines},
        TableGuide{"facts",
                   "En række er et tal, der er godt at kende, men som modellen ikke regner med.",
                   {"Alle.", "Anyone."},
                   "Slet filen.",
                   {}},
        TableGuide{"solved",
                   "Skriv den ikke selv: `samspil balance SCENARIE --write` skriver den efter jeres mål.",
                   {"Ingen: den regnes ud.", "Nobody: it is computed."},
                   "Lad den være tom.",
                   {}},
    };
    return guides;
}

} // namespace samspil
