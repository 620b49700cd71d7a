"""The procedures as part of a talk: applying step by step, the yearly renewal, a change of employer."""
