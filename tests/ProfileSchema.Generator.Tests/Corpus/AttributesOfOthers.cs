// Attributes of the same names in another namespace mean nothing here.
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
