-- Tries the help of maatwerk in a Neovim without a screen, and prints what it gives:
--   nvim --headless -u NONE -i NONE -n -c "luafile docs/editor/try.lua" FILE.md
local here = debug.getinfo(1, "S").source:sub(2):match("(.*/)") or "./"
dofile(here .. "neovim.lua").start()

local function out(text)
  io.stdout:write(text .. "\n")
end

local function fail(what)
  out("FOUT: " .. what)
  vim.cmd("cquit 1")
end

-- Where a word stands on the first line that holds `line`; the cursor goes there.
local function at(line, word)
  for number, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local start = text:find(line, 1, true)
    if start then
      local column = text:find(word, start, true)
      vim.api.nvim_win_set_cursor(0, { number, column - 1 })
      return number
    end
  end
  fail("niet gevonden: " .. line)
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  for _, answer in pairs(answers or {}) do
    if answer.error then
      fail(method .. ": " .. answer.error.message)
    end
    return answer.result
  end
  fail("geen antwoord op " .. method)
end

local function diagnostics(wanted)
  if not vim.wait(15000, function() return wanted(vim.diagnostic.get(0)) end, 50) then
    fail("geen meldingen")
  end
  local found = vim.diagnostic.get(0)
  table.sort(found, function(one, other) return one.lnum < other.lnum end)
  for _, each in ipairs(found) do
    local kind = each.severity == vim.diagnostic.severity.ERROR and "probleem" or "opmerking"
    out(("  %d:%d  %s  %s  %s"):format(each.lnum + 1, each.col + 1, each.code or "", kind, each.message))
  end
end

local function all()
  local version = vim.version()
  out(("Neovim %d.%d.%d"):format(version.major, version.minor, version.patch))
  vim.wait(15000, function() return #vim.lsp.buf_get_clients(0) > 0 and vim.lsp.buf_get_clients(0)[1] ~= nil end, 50)

  out("\n== meldingen bij openen")
  diagnostics(function(found) return #found > 0 end)

  out("\n== meldingen na een typefout: inkomen -> inkomn")
  local row = at("- eis: inkomen <=", "inkomen")
  local right = vim.api.nvim_buf_get_lines(0, row - 1, row, false)[1]
  vim.api.nvim_buf_set_lines(0, row - 1, row, false, { (right:gsub("inkomen", "inkomn", 1)) })
  diagnostics(function(found)
    for _, each in ipairs(found) do
      if each.severity == vim.diagnostic.severity.ERROR then return true end
    end
  end)
  vim.api.nvim_buf_set_lines(0, row - 1, row, false, { right })

  out("\n== uitleg bij een naam (K)")
  at("- eis: inkomen <=", "inkomen")
  out(ask("textDocument/hover", vim.lsp.util.make_position_params(0, "utf-16")).contents.value)

  out("\n== waar die naam vandaan komt (gd)")
  vim.lsp.buf.definition()
  vim.wait(5000, function() return vim.api.nvim_win_get_cursor(0)[1] ~= row end, 20)
  out("  " .. vim.api.nvim_get_current_line())

  out("\n== aanvullingen na `- rang: `")
  local rank = 0
  for number, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if text:find("^%- rang: ") then rank = number break end
  end
  vim.api.nvim_buf_set_lines(0, rank - 1, rank, false, { "- rang: " })
  vim.api.nvim_win_set_cursor(0, { rank, 7 })
  local params = vim.lsp.util.make_position_params(0, "utf-16")
  params.position.character = 8
  for _, item in ipairs(ask("textDocument/completion", params).items) do
    local told = type(item.documentation) == "table" and item.documentation.value or ""
    out(("  %s: %s"):format(item.label, told))
  end

  out("\n== overzicht (gO), de eerste regels")
  local function show(items, indent, left)
    for _, item in ipairs(items) do
      if left == 0 then return 0 end
      out(("  %s%s"):format(indent, item.name))
      left = show(item.children or {}, indent .. "  ", left - 1)
    end
    return left
  end
  show(ask("textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params(0) }), "", 8)

  vim.lsp.stop_client(vim.lsp.get_active_clients())
  vim.wait(3000, function() return #vim.lsp.get_active_clients() == 0 end, 20)
  vim.cmd("qall!")
end

local went_well, wrong = pcall(all)
if not went_well then
  fail(wrong)
end
