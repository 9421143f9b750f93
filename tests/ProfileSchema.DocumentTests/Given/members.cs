var member = new Member { MemberId = "M100001", Tier = Tier.Gold };
Member[] members = [member, new() { MemberId = "M100002", Tier = Tier.Silver }];
