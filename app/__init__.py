"""The product without a screen: rules, verbs, storage, devices."""
