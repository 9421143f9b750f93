namespace ProfileSchema.Benchmarks.Rows;

public enum Tier
{
    Bronze,
    Silver,
    Gold,
    Platinum,
}
