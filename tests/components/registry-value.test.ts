import { setting } from "../../infra/components/registry-value";
import { literals } from "../../infra/windows/powershell";

test("settings of all three types", () => {
  expect(setting({ key: "SOFTWARE\\X", name: "A", type: "DWord", value: 7 })).toBe(
    "Set-Value 'HKLM:\\SOFTWARE\\X' 'A' DWord 7",
  );
  expect(setting({ key: "SOFTWARE\\X", name: "B", type: "String", value: "v" })).toBe(
    "Set-Value 'HKLM:\\SOFTWARE\\X' 'B' String 'v'",
  );
  expect(setting({ key: "SOFTWARE\\X", name: "C", type: "MultiString", value: ["v", "w"] })).toBe(
    `Set-Value 'HKLM:\\SOFTWARE\\X' 'C' MultiString ${literals(["v", "w"])}`,
  );
});
