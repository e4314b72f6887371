import type { Address } from "../azure/network";
import type { WrittenSite } from "./read-sites";
import { addressOf } from "./server-addresses";
import type { Dhcp, DhcpOption, Reservation } from "./site";

/** Names in the firm file of options by https://www.iana.org/assignments/bootp-dhcp-parameters */
const optionIds = { timeServers: 4, ntpServers: 42, bootServer: 66, bootFile: 67 } as const;

/** The office's DHCP scope; printers with a hardware address have a reservation as well. */
export function readDhcp(
  { dhcp: written, printers, lan }: WrittenSite,
  dnsServers: readonly Address[],
): Dhcp {
  const printerReservations = printers.flatMap(({ name, address, mac }): readonly Reservation[] =>
    mac === undefined ? [] : [{ name, address, mac }],
  );
  return {
    range: written.range ?? {
      from: addressOf(lan.first + lan.size / 2),
      until: addressOf(lan.last - 1),
    },
    leaseDays: written.leaseDays,
    dnsServers: written.dnsServers ?? dnsServers,
    reservations: [...written.reservations, ...printerReservations],
    options: readOptions(written.options),
  };
}

function readOptions(written: WrittenSite["dhcp"]["options"]): readonly DhcpOption[] {
  const { timeServers, ntpServers, bootServer, bootFile } = written;
  return [
    ...option(optionIds.timeServers, timeServers),
    ...option(optionIds.ntpServers, ntpServers),
    ...option(optionIds.bootServer, bootServer === undefined ? [] : [bootServer]),
    ...option(optionIds.bootFile, bootFile === undefined ? [] : [bootFile]),
  ];
}

function option(id: number, values: readonly string[] = []): readonly DhcpOption[] {
  return values.length === 0 ? [] : [{ id, values }];
}
