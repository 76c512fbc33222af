"""Topics that recur in the first group's minutes. After this they are the secretary's to edit.

How a term is read is told in decisions/topics.py.
"""

from django.db import migrations

from people.names import slug, sort_key

TOPICS = {
    "Infrastruktur": [
        "infrastruktur*",
        "Trafikverket",
        "trafikplanering",
        "väg 73",
        "väg 225",
        "väg 226",
        "järnväg*",
        "länsplan*",
        "nationell plan",
        "transportinfrastruktur*",
        "åtgärdsvalsstudie",
    ],
    "Kollektivtrafik": [
        "kollektivtrafik*",
        "pendeltåg*",
        "spårväg*",
        "tunnelbana",
        "buss*",
        "Trafikförvaltningen",
        "SL",
    ],
    "Tvärförbindelse Södertörn": ["tvärförbindelse*", "Södertörnsleden"],
    "Näringsliv": [
        "näringsliv*",
        "företagsklimat*",
        "företagare",
        "etablering",
        "arbetsmarknad*",
        "kompetensförsörjning*",
        "Södertörn Business",
    ],
    "Klimat och energi": [
        "klimat*",
        "energi*",
        "BioDriv*",
        "biogas*",
        "fossilfri",
        "hållbarhet*",
        "koldioxid*",
    ],
    "Elektrifiering": [
        "elektrifiering*",
        "eleffekt*",
        "elnät*",
        "effektbrist",
        "laddinfrastruktur*",
    ],
    "Trygghet": [
        "trygghet*",
        "brottsförebyggande",
        "polis*",
        "kriminalitet*",
        "gängkriminalitet*",
    ],
    "Samordnad varudistribution": [
        "varudistribution*",
        "samlastning*",
        "samordnade varutransporter",
    ],
    "Utvecklingsprogram": ["utvecklingsprogram*"],
    "Verksamhetsplan och budget": [
        "verksamhetsplan*",
        "verksamhetsberättelse*",
        "budget*",
        "årsredovisning*",
        "bokslut*",
        "medlemsavgift*",
    ],
    "Remisser": ["remiss*", "yttrande", "samråd*"],
    "RUFS och regional planering": [
        "RUFS*",
        "regional utvecklingsplan",
        "regionplan*",
        "regional planering",
        "regional stadskärna",
    ],
    "Brandförsvar": ["brandförsvar*", "räddningstjänst*"],
    "Södertörnskonferensen": ["Södertörnskonferens*"],
    "Bostäder och samhällsplanering": [
        "bostad*",
        "bostäder*",
        "bostadsförsörjning*",
        "samhällsplanering*",
        "översiktsplan*",
    ],
    "Utbildning": ["utbildning*", "gymnasie*", "vuxenutbildning*", "högskola*", "skola"],
    "Upphandling": ["upphandling*", "inköp*"],
    "Digitalisering": ["digitalisering*", "e-tjänst", "informationssäkerhet*"],
    "Krisberedskap": [
        "krisberedskap*",
        "beredskap*",
        "totalförsvar*",
        "civilförsvar*",
        "pandemi*",
    ],
    "Arbetsformer": [
        "arbetsform*",
        "arbetssätt*",
        "mötestider",
        "mötesplan*",
        "sammanträdestider",
        "samverkansformer",
        "ordförandeskap*",
    ],
}


def add(apps, schema_editor):
    Topic = apps.get_model("decisions", "Topic")
    Topic.objects.bulk_create(
        Topic(name=name, slug=slug(name), name_sort=sort_key(name), terms=terms)
        for name, terms in TOPICS.items()
    )


def remove(apps, schema_editor):
    slugs = [slug(name) for name in TOPICS]
    apps.get_model("decisions", "Topic").objects.filter(slug__in=slugs).delete()


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial")]
    operations = [migrations.RunPython(add, remove)]
