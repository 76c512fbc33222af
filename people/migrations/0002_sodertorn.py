"""The first group that the archive serves. After this the rows are the secretary's to edit."""

from django.db import migrations

from people.names import sort_key

MUNICIPALITIES = {
    "botkyrka": "Botkyrka",
    "haninge": "Haninge",
    "huddinge": "Huddinge",
    "nykvarn": "Nykvarn",
    "nynashamn": "Nynäshamn",
    "salem": "Salem",
    "sodertalje": "Södertälje",
    "tyreso": "Tyresö",
}
SECRETARIAT = ("sodertornskommunerna", "Södertörnskommunerna")
BODIES = {
    "ledningsgruppen": ("Ledningsgruppen", "Södertörnskommunernas ledningsgrupp"),
    "samarbetskommitten": ("Samarbetskommittén", "Södertörnskommunernas samarbetskommitté"),
}


def add(apps, schema_editor):
    Organization = apps.get_model("people", "Organization")
    Body = apps.get_model("people", "Body")
    members = [
        Organization.objects.create(
            kind="municipality",
            name=name,
            slug=slug,
            name_sort=sort_key(name),
            aliases=[f"{name} kommun", f"{_genitive(name)} kommun"],
        )
        for slug, name in MUNICIPALITIES.items()
    ]
    slug, name = SECRETARIAT
    Organization.objects.create(
        kind="secretariat",
        name=name,
        slug=slug,
        name_sort=sort_key(name),
        aliases=["Södertörns kommunerna", "Södertörnskommunernas kansli"],
    )
    for slug, (name, full_name) in BODIES.items():
        body = Body.objects.create(name=name, full_name=full_name, slug=slug, aliases=[full_name])
        body.members.set(members)


def remove(apps, schema_editor):
    """Fails, and so keeps everything, once a meeting refers to one of the rows."""
    apps.get_model("people", "Body").objects.filter(slug__in=BODIES).delete()
    ours = [*MUNICIPALITIES, SECRETARIAT[0]]
    apps.get_model("people", "Organization").objects.filter(slug__in=ours).delete()


def _genitive(name):
    return name if name.endswith("s") else f"{name}s"


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(add, remove)]
