using System.Text;
using ProfileSchema.Client;
using ProfileSchema.Emulator;
using Quickstart;

// Target, on this machine: nothing here leaves it.
var target = new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromSeconds(1) };
await using TargetEmulator emulator = await TargetEmulator.StartAsync(target);
using var client = new ProfileClient(
    new ProfileClientOptions { ClientCode = "acme", BaseAddress = emulator.BaseAddress }
);
string file = Path.Combine(AppContext.BaseDirectory, "members.csv");
Console.OutputEncoding = Encoding.UTF8;

// 1. One member: she has been on the site, so Target has a profile to update. It applies that within an hour as a rule (SINGLE-7).
Member first = await MemberFile.ReadAsync(file).FirstAsync();
emulator.GetAccount("acme").AddProfile(first.MemberId);
SingleUpdateResult single = await client.UpdateAsync(first);
Console.WriteLine($"Single update: {single}");

// 2. Everybody, by batch file. A real account is asked for the status once a minute; the emulator is quicker.
var options = new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(250) };
BulkResult bulk = await client.UpdateManyAsync(MemberFile.ReadAsync(file), options);
Report.Print(bulk);

// 3. One of them, read back.
Member sent = await MemberFile.ReadAsync(file).Skip(3).FirstAsync();
FetchedProfile? fetched = await client.FetchAsync(ProfileKey.ThirdPartyId(sent.MemberId));
bool isSame = Report.Compare(sent, fetched);

BatchState? status = bulk.Files.Select(sentFile => sentFile.State).Distinct().SingleOrDefault();
bool isComplete = status is BatchState.Complete && bulk.Updated == bulk.Accepted;
string state = isComplete ? "complete" : $"{status?.ToString() ?? "unknown"}".ToLowerInvariant();
Console.WriteLine(
    $"read={bulk.Read} accepted={bulk.Accepted} rejected={bulk.Rejected} empty={bulk.Empty} status={state}"
);
bool isBalanced = bulk.Read == bulk.Accepted + bulk.Rejected + bulk.Empty;
return single.IsSubmitted && isComplete && isBalanced && isSame ? 0 : 1;
