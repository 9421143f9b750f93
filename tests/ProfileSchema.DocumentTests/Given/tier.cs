using ProfileSchema.Client;

public enum Tier
{
    Silver,
    Gold,
}
