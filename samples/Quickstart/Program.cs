using System.Text;
using ProfileSchema.Client;
using ProfileSchema.Emulator;
using Quickstart;

// An emulator of Target on this machine. No data is sent to Adobe.
var target = new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromSeconds(1) };
await using TargetEmulator emulator = await TargetEmulator.StartAsync(target);
using var client = new ProfileClient(
    new ProfileClientOptions { ClientCode = "acme", BaseAddress = emulator.BaseAddress }
);
string file = Path.Combine(AppContext.BaseDirectory, "members.csv");
Console.OutputEncoding = Encoding.UTF8;

// 1. A single update. It needs a profile, which Target creates when the member visits. Target usually applies it within an hour (SINGLE-7).
Member first = await MemberFile.ReadAsync(file).FirstAsync();
emulator.GetAccount("acme").AddProfile(first.MemberId);
SingleUpdateResult single = await client.UpdateAsync(first);
Console.WriteLine($"Single update: {single}");

// 2. A bulk update of all members. For a real account, poll the status once a minute.
var options = new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(250) };
BulkResult bulk = await client.UpdateManyAsync(MemberFile.ReadAsync(file), options);
Report.Print(bulk);

// 3. Fetch one of them.
Member sent = await MemberFile.ReadAsync(file).Skip(3).FirstAsync();
FetchedProfile? fetched = await client.FetchAsync(ProfileKey.ThirdPartyId(sent.MemberId));
bool isSame = Report.Compare(sent, fetched);

BatchState? status = bulk.Files.Select(sentFile => sentFile.State).Distinct().SingleOrDefault();
bool isComplete = status is BatchState.Complete && bulk.Updated == bulk.Accepted;
string state = isComplete ? "complete" : $"{status?.ToString() ?? "unknown"}".ToLowerInvariant();
Console.WriteLine(
    $"read={bulk.Read} accepted={bulk.Accepted} rejected={bulk.Rejected} empty={bulk.Empty} status={state}"
);
bool isAccountedFor = bulk.Read == bulk.Accepted + bulk.Rejected + bulk.Empty;
return single.IsSubmitted && isComplete && isAccountedFor && isSame ? 0 : 1;
