namespace ProfileSchema.Client;

/// <summary>Where a visitor's session takes place (DELIVERY-1).</summary>
public enum DeliveryChannel
{
    /// <summary>A web site, or whatever is no app.</summary>
    Web,

    /// <summary>A mobile app.</summary>
    Mobile,
}
