-- Help from maatwerk while you write a ruleset, in Neovim 0.7 or later. In your init.lua: dofile("…/neovim.lua")
-- It starts for Markdown files in a folder `rulesets`, and for any other Markdown file with :MaatwerkStart.
local M = {}

function M.start()
  local file = vim.api.nvim_buf_get_name(0)
  local client = vim.lsp.start_client({
    name = "maatwerk",
    cmd = { vim.g.maatwerk_command or "maatwerk", "rules", "serve" },
    root_dir = vim.fn.fnamemodify(file, ":p:h"),
  })
  vim.lsp.buf_attach_client(0, client)
  vim.bo.omnifunc = "v:lua.vim.lsp.omnifunc" -- completions: Ctrl-X Ctrl-O
  vim.keymap.set("n", "K", vim.lsp.buf.hover, { buffer = true }) -- what a word means
  vim.keymap.set("n", "gd", vim.lsp.buf.definition, { buffer = true }) -- where a name comes from
  vim.keymap.set("n", "gO", vim.lsp.buf.document_symbol, { buffer = true }) -- the outline
  vim.keymap.set("n", "ga", vim.lsp.buf.code_action, { buffer = true }) -- write what was meant
  return client
end

vim.api.nvim_create_user_command("MaatwerkStart", M.start, {})
vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, { pattern = "*/rulesets/*.md", callback = M.start })

return M
