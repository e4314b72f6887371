import { supportPack } from "../../infra/watch/support-pack";

test("A32: second level, and errors of a person with correlation id and whose fault it is", () => {
  const pack = supportPack({
    provider: "Cabinet Cloud",
    email: "support@cabinet-cloud.example",
    phone: "+33 4 76 00 00 00",
  });
  expect(pack.secondLevel).toMatchObject({
    email: "support@cabinet-cloud.example",
    phone: "+33 4 76 00 00 00",
  });
  expect(pack.queries.errorsOfPerson).toMatch(
    /^let Person = [^;]+;\nWVDErrors[^]*UserName =~ Person[^]*CorrelationId[^]*ServiceError/,
  );
  expect(pack.secondLevel.quote).toContain("CorrelationId");
  expect(pack.firstLevel).toHaveLength(pack.firstLevelInEnglish.length);
});
