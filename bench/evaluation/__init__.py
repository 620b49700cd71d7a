"""How well a free question is understood: labelled questions, the training of the topic model, and its competitors."""
