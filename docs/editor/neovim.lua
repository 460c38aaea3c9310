-- Help from maatwerk while you write a ruleset, in Neovim 0.7 or later. In your init.lua: dofile("…/neovim.lua")
-- It starts for Markdown files in a folder `rulesets`, and for any other Markdown file with :MaatwerkStart.
local M = {}

function M.start()
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = "maatwerk",
    cmd = { vim.g.maatwerk_command or "maatwerk", "rules", "serve" },
    root_dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":p:h"),
  })
  vim.lsp.buf_attach_client(buffer, client)
  local function key(keys, action)
    vim.keymap.set("n", keys, action, { buffer = buffer })
  end
  key("K", vim.lsp.buf.hover) -- what a word means
  key("gd", vim.lsp.buf.definition) -- where a name comes from
  key("gO", vim.lsp.buf.document_symbol) -- the outline
  key("ga", vim.lsp.buf.code_action) -- write what was meant
  vim.schedule(function() -- after the settings for Markdown, which choose another one
    vim.api.nvim_buf_set_option(buffer, "omnifunc", "v:lua.vim.lsp.omnifunc") -- completions: Ctrl-X Ctrl-O
  end)
  return client
end

vim.api.nvim_create_user_command("MaatwerkStart", M.start, {})
vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, { pattern = "*/rulesets/*.md", callback = M.start })

return M
