"""Where clauses end, and those that hold no aim: what was or is, what it is for, by what means, what is not done."""
