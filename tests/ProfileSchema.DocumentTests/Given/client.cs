using ProfileSchema.Client;

using var client = new ProfileClient(new ProfileClientOptions { ClientCode = "acme" });
