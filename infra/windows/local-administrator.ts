/** The account that every machine in Azure is made with; its password is in the firm's key vault. */
export const localAdministrator = "cabinetadmin";
