"""What each number is to the goal: a target, a change, a baseline, or none of them."""
