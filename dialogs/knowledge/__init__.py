"""What the documents say of procedures and questions (办事知识), as data: dated, sourced, in three languages."""
