"""Addresses that belong to the committee: where letters are answered to, and a form on another site."""
