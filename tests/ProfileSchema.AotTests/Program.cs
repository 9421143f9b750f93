using System.Text;
using ProfileSchema.AotTests;
using ProfileSchema.Client;

// Uses all of the library against an emulator at the address that is given, and prints what it sees. The same program runs
// compiled just in time, trimmed and compiled ahead of time, and must print the same each time.
Console.OutputEncoding = Encoding.UTF8;
var options = new ProfileClientOptions { ClientCode = "acme", BaseAddress = new Uri(args[0]) };
SchemaReport.Print();
using (var client = new ProfileClient(options))
{
    await CallReport.PrintAsync(client);
    await FileReport.PrintAsync(client);
}

await DriftReport.PrintAsync(args[0]);
options.ClientCode = "locked";
options.TokenSource = ProfileTokenSource.Fixed("not-the-token");
using (var client = new ProfileClient(options))
{
    await CallReport.PrintFailureAsync(client);
}

await HostedReport.PrintAsync(args[0]);
