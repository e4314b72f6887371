/** A printer driver for Windows, by the name its INF file gives it. */
export interface PrinterDriver {
  /** As `Get-PrinterDriver` prints it. */
  readonly name: string;
  /** `inbox`: Windows Server brings it along. `vendor`: the technician brings the vendor's package. */
  readonly origin: "inbox" | "vendor";
  /** How the queue reaches the printer: raw TCP, or IPP, which the printer describes itself by. */
  readonly protocol: "raw" | "ipp";
  /** First words of the models it is the usual choice for, in lower case. */
  readonly brands: readonly string[];
}

const vendor = (name: string, ...brands: readonly string[]): PrinterDriver => ({
  name,
  origin: "vendor",
  protocol: "raw",
  brands,
});

const ippDriver: PrinterDriver = {
  name: "Microsoft IPP Class Driver",
  origin: "inbox",
  protocol: "ipp",
  brands: [],
};

/**
 * The vendors' universal drivers, one a brand, and what Windows has itself. Names are those of the INF files in the
 * vendors' packages; Windows' own: https://learn.microsoft.com/windows-hardware/drivers/print/
 */
export const printerDrivers: readonly PrinterDriver[] = [
  ippDriver,
  { name: "Microsoft PCL6 Class Driver", origin: "inbox", protocol: "raw", brands: [] },
  { name: "Microsoft PS Class Driver", origin: "inbox", protocol: "raw", brands: [] },
  vendor("HP Universal Printing PCL 6", "hp", "hewlett"),
  vendor("HP Universal Printing PS"),
  vendor("KX DRIVER for Universal Printing", "kyocera"),
  vendor("Brother Mono Universal Printer (PCL)", "brother"),
  vendor("Canon Generic Plus UFR II", "canon"),
  vendor("Canon Generic Plus PCL6"),
  vendor("EPSON Universal Print Driver", "epson"),
  vendor("KONICA MINOLTA Universal PCL", "konica"),
  vendor("Lexmark Universal v2 XL", "lexmark"),
  vendor("PCL6 Driver for Universal Print", "ricoh", "nashuatec", "lanier", "gestetner"),
  vendor("SHARP UD3 PCL6", "sharp"),
  vendor("TOSHIBA Universal Printer 2", "toshiba"),
  vendor("Xerox Global Print Driver PCL6", "xerox"),
  vendor("Samsung Universal Print Driver 3", "samsung"),
];

const byName = new Map(printerDrivers.map((driver) => [driver.name.toLowerCase(), driver]));

export function printerDriver(name: string): PrinterDriver | undefined {
  return byName.get(name.toLowerCase());
}

/** The usual driver of a model, by its brand; for other brands Windows' own, which any IPP printer understands. */
export function driverOfModel(model: string): PrinterDriver {
  const [brand = ""] = model.toLowerCase().split(/[\s-]+/);
  return printerDrivers.find(({ brands }) => brands.includes(brand)) ?? ippDriver;
}
