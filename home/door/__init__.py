"""The door to what helps a pair along: goals, activities, readings and events, each with one example from the rows."""
