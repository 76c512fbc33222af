from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("minutes", "0005_mentioned_meetings")]

    operations = [
        migrations.RemoveIndex("searchentry", "searchentry_newest"),
        migrations.RemoveIndex("searchentry", "searchentry_newest_of_kind"),
        migrations.AddIndex(
            "searchentry",
            models.Index(fields=["-held", "position", "meeting"], name="searchentry_newest"),
        ),
        migrations.AddIndex(
            "searchentry",
            models.Index(
                fields=["kind", "-held", "position", "meeting"],
                name="searchentry_newest_of_kind",
            ),
        ),
    ]
