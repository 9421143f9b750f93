using System.Text;

namespace ProfileSchema.AotTests;

/// <summary>What the library makes of profiles without any call.</summary>
internal static class SchemaReport
{
    public static void Print()
    {
        ProfileContract<Customer> contract = ProfileContract.Of<Customer>();
        Console.WriteLine($"{contract.Name} {contract.KeyKind}");
        foreach (ProfileParameter parameter in contract.Parameters)
        {
            Console.WriteLine(
                $"{parameter.Name} {parameter.Type} {parameter.IsNullable} {parameter.Format} {parameter.Hash} "
                    + $"{parameter.Separator} {parameter.NullValue} {parameter.MaxLength}"
            );
        }

        Console.WriteLine(ProfileSerializer.ToParameterString(Customers.Full));
        Console.WriteLine(ProfileSerializer.ToBatchString([Customers.Full]));
        Console.WriteLine(
            ProfileSerializer.ToParameterString(new Order { Number = 7, Total = 12.50m }, OrderContract.Default)
        );
        PrintFiles();
        PrintRejection();
    }

    private static void PrintFiles()
    {
        using var writer = new BatchFileWriter<Customer>(
            ProfileContract.Of<Customer>(),
            new BatchFileOptions { MaxRows = 1 },
            rejected => Console.WriteLine($"rejected {rejected.Position} {rejected.Parameter} {rejected.Reason}")
        );
        foreach (Customer customer in Customers.All)
        {
            PrintFile(writer.Add(customer));
        }

        PrintFile(writer.Complete());
        Console.WriteLine($"{writer.Read} {writer.Written} {writer.Empty} {writer.Rejected}");
    }

    private static void PrintFile(BatchFile? file)
    {
        using (file)
        {
            if (file is not null)
            {
                Console.WriteLine($"{file.Rows} rows: {Encoding.UTF8.GetString(file.Content)}");
            }
        }
    }

    private static void PrintRejection()
    {
        try
        {
            _ = ProfileSerializer.ToParameterString(new Customer { Id = "" });
        }
        catch (ProfileValidationException exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
