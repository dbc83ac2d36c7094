-- Sends BODY, with a different number for each %f in every request. Prints the result as JSON.
local body = os.getenv("BODY")
local ranges = { { 0, 0.01 }, { 150, 250 } } -- of each %f in order, as in uniqueArguments of benchmark-query.ts
local headers = { ["Content-Type"] = "application/json" }
local same

function init(args)
  math.randomseed(tonumber(args[1]))
  if not body:find("%f", 1, true) then same = wrk.format("POST", nil, headers, body) end
end

function request()
  if same then return same end
  local place = 0
  local asked = body:gsub("%%f", function()
    place = place + 1
    local from, to = ranges[place][1], ranges[place][2]
    return string.format("%.17g", from + (to - from) * math.random())
  end)
  return wrk.format("POST", nil, headers, asked)
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests":%d,"us":%d,"bytes":%d,"failed":%d,"p50Us":%d,"p99Us":%d}',
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)
  ))
end
