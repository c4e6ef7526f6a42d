import pytest

from programs.forms.addresses import meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Ines@gmial.com", "Ines@gmail.com"),
        ("ines@gmail.co", "ines@gmail.com"),
        ("ines@gmail.con", "ines@gmail.com"),
        ("ines@hotmial.com", "ines@hotmail.com"),
        ("ines@yaho.com", "ines@yahoo.com"),
        ("ines@outlok.com", "ines@outlook.com"),
        ("ines@iclod.com", "ines@icloud.com"),
        ("ines@gmail.com", ""),
        ("ines@ymail.com", ""),
        ("ines@gmx.com", ""),
        ("ines@mail.com", ""),
        ("ines@example.org", ""),
        ("ines@library.state.tx.us", ""),
        ("ines", ""),
        ("", ""),
    ],
)
def test_a_slip_in_a_large_host_is_pointed_out_and_nothing_else(typed, told):
    assert meant(typed) == told
