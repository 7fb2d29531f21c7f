"""Noun phrases: what is counted or changed, also where no vocabulary knows it."""
