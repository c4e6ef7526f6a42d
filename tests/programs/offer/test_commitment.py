"""What a program asks, in plain words."""

import pytest

from programs.models import Program
from programs.offer.commitment import in_words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"length_months": 10}, "10 months"),
        ({"length_months": 1}, "1 month"),
        ({"length_months": 12}, "1 year"),
        ({"length_months": 24}, "2 years"),
        ({"asks_amount": 2}, "At least 2 hours"),
        ({"asks_amount": 1, "asks_per": "week"}, "At least 1 hour a week"),
        ({"asks_amount": 2, "asks_per": "month"}, "At least 2 hours a month"),
        ({"asks_amount": 20, "asks_per": "round"}, "At least 20 hours in the whole round"),
        ({"asks_amount": 1, "asks_unit": "contacts", "asks_per": "month"}, "In contact at least once a month"),
        ({"asks_amount": 2, "asks_unit": "contacts", "asks_per": "week"}, "In contact at least 2 times a week"),
        (
            {"asks_amount": 3, "asks_unit": "contacts", "asks_per": "round"},
            "In contact at least 3 times in the whole round",
        ),
        ({"asks_amount": 2, "asks_unit": "contacts"}, "In contact at least 2 times"),
        ({"asks_amount": 2, "asks_per": "month", "length_months": 12}, "At least 2 hours a month, for 1 year"),
    ],
)
def test_commitment_is_said_as_far_as_it_is_known(fields, words):
    assert in_words(Program(**fields)) == words


def test_ways_of_contact_stand_in_one_order_and_unknown_ones_are_left_out():
    assert list(map(str, Program(ways=["in_person", "pigeon", "email"]).ways_in_words)) == ["email", "face to face"]
