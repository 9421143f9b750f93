namespace ProfileSchema.Client;

/// <summary>Specifies the channel of a visitor's session (DELIVERY-1).</summary>
public enum DeliveryChannel
{
    /// <summary>A website, or any other channel that isn't an app.</summary>
    Web,

    /// <summary>A mobile app.</summary>
    Mobile,
}
