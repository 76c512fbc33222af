import json
from pathlib import Path

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from intake.parsing import parse
from intake.stated import read_stated, stated_row
from intake.text import read_bytes

SAMPLES = sorted((Path(__file__).parents[2] / "intake/samples").glob("2*"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_what_a_parser_said_comes_back_from_the_database_as_it_was(path):
    minutes = parse(read_bytes(path.read_bytes()))
    stored = json.loads(json.dumps(stated_row(minutes), cls=DjangoJSONEncoder))
    assert read_stated(stored) == minutes
