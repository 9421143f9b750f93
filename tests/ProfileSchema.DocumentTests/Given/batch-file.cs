using ProfileSchema.Client;

File.WriteAllText("members.batch", "batch=thirdPartyId,tier\nM100001,gold\n");
