// Attributes with the same names in another namespace have no effect.
namespace Other
{
    public class ProfileParameterAttribute : Attribute;

    public class ProfileAttribute : Attribute;

    [Profile]
    public class Member
    {
        [ProfileParameter]
        public string? Text { get; set; }
    }
}
