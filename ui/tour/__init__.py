"""The tour: six tasks of a day to practise in training, each with its time beside what it should take."""
