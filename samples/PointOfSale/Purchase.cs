using System.ComponentModel.DataAnnotations;

namespace PointOfSale;

/// <summary>A purchase that a checkout reports.</summary>
public sealed record Purchase
{
    [Required, StringLength(64, MinimumLength = 1)]
    public string MemberId { get; init; } = "";

    [Required, StringLength(40, MinimumLength = 1)]
    public string Store { get; init; } = "";

    [Range(typeof(decimal), "0.01", "100000", ParseLimitsInInvariantCulture = true)]
    public decimal Amount { get; init; }
}
