using System.Buffers;

namespace ProfileSchema.Tests.Writing;

/// <summary>Nothing is allocated for a row or a value, whatever its type, in a form, in a session and in a batch.</summary>
public sealed class AllocationTests
{
    private static readonly EveryType[] Rows =
    [
        new() { Id = "0123456789" },
        new()
        {
            Id = "a longer key, with characters that are escaped: ö",
            Text = "Malmö 語 👋 and a value of more than sixteen characters",
            Symbol = 'ö',
            Address = new Uri("https://example.com/ä?q=1"),
            Flag = true,
            Small = -1,
            Large = ulong.MaxValue,
            Wide = Int128.MinValue,
            Amount = -1234.5m,
            Fixed = decimal.MaxValue,
            Double = 1.5e-7,
            Float = 0.1f,
            Half = (Half)2,
            Key = Guid.NewGuid(),
            Local = DateTime.Now,
            Instant = DateTimeOffset.Now,
            Day = new DateOnly(2026, 11, 23),
            Time = new TimeOnly(1, 2, 3),
            Span = TimeSpan.FromDays(-1.5),
            Formatted = new DateTime(2026, 11, 23),
            Level = Level.High,
            Options = Options.Both,
            Array = ["a", "ö", "a value of more than sixteen characters"],
            List = ["a", "b c"],
            Numbers = [1, 2, 3],
            Email = "Ann@example.com",
        },
    ];

    [Fact]
    public void A_batch_allocates_nothing()
    {
        var output = new Discarding();
        AssertNothingAllocated(() => ProfileSerializer.WriteBatch(output, Rows));
    }

    [Fact]
    public void A_form_allocates_nothing()
    {
        var output = new Discarding();
        AssertNothingAllocated(() =>
        {
            foreach (EveryType row in Rows)
            {
                ProfileSerializer.WriteParameters(output, row);
            }
        });
    }

    [Fact]
    public void The_parameters_of_a_session_allocate_nothing()
    {
        var output = new Discarding();
        AssertNothingAllocated(() =>
        {
            foreach (EveryType row in Rows)
            {
                ProfileSerializer.WriteSessionParameters(output, row);
            }
        });
    }

    [Fact]
    public void A_file_allocates_its_memory_only()
    {
        using var writer = new BatchFileWriter<EveryType>(ProfileContract.Of<EveryType>());
        AssertNothingAllocated(() =>
        {
            foreach (EveryType row in Rows)
            {
                writer.Add(row);
            }
        });
    }

    private static void AssertNothingAllocated(Action write)
    {
        write();
        write();
        long before = GC.GetAllocatedBytesForCurrentThread();
        write();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed class Discarding : IBufferWriter<byte>
    {
        private readonly byte[] _memory = new byte[64 * 1024];

        public void Advance(int count) { }

        public Memory<byte> GetMemory(int sizeHint = 0) => _memory;

        public Span<byte> GetSpan(int sizeHint = 0) => _memory;
    }
}
