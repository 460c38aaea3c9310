"""The language server: the only door to pygls and lsprotocol. It asks the pure functions and passes that on."""
