"""The rules of the Shanghai residence permit points (上海市居住证积分), pure: (facts, date) -> result."""
