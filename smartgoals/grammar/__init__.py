"""Rules over classes of words; no word of any language stands here."""
