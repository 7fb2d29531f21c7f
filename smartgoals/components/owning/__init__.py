"""Who answers for a goal: candidates by name, post or group, and the places where an owner stands."""
