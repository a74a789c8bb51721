"""Grades an AI application under Article 66 of the Shenzhen AI Regulation and writes the papers that follow."""
