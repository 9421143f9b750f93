using ProfileSchema.Client;

var adobe = new AdobeTokenOptions
{
    Tenant = "acme",
    ApiKey = "key",
    AccessToken = _ => Task.FromResult("adobe-token"),
    BaseAddress = new Uri(args[0]),
};
